package parlance.local.launcher.doctor;

/** What one look has shown, and what to do about it. */
record Finding(String about, Verdict verdict, String text) {

    enum Verdict {
        FINE,
        /** It works, though not as well as it might. */
        POOR,
        /** It will not work. */
        BAD
    }

    static Finding fine(String about, String text) {
        return new Finding(about, Verdict.FINE, text);
    }

    static Finding poor(String about, String text) {
        return new Finding(about, Verdict.POOR, text);
    }

    static Finding bad(String about, String text) {
        return new Finding(about, Verdict.BAD, text);
    }
}
