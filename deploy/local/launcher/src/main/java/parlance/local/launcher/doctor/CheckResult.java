package parlance.local.launcher.doctor;

/** The result of one check, and what to do about it. */
record CheckResult(String about, Verdict verdict, String text) {

    enum Verdict {
        FINE,
        /** It works, though not as well as it might. */
        POOR,
        /** It will not work. */
        BAD
    }

    static CheckResult fine(String about, String text) {
        return new CheckResult(about, Verdict.FINE, text);
    }

    static CheckResult poor(String about, String text) {
        return new CheckResult(about, Verdict.POOR, text);
    }

    static CheckResult bad(String about, String text) {
        return new CheckResult(about, Verdict.BAD, text);
    }
}
