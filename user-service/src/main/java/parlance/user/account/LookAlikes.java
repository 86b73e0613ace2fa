package parlance.user.account;

import com.ibm.icu.text.SpoofChecker;
import java.util.regex.Pattern;
import parlance.contracts.user.FoldedText;

/** Tells logins apart as people see them, by the confusable characters of Unicode (UTS 39). */
final class LookAlikes {

    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    /** Spaces, control characters, and what is not seen or only turns the writing around. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\u034F\\u115F\\u1160\\u3164\\uFE00-\\uFE0F]");

    private LookAlikes() {}

    /** The same for all texts that look alike; not to be shown. */
    static String skeletonOf(String login) {
        var seen = UNSEEN.matcher(FoldedText.of(login)).replaceAll("");
        // What looks like a letter may be one of another case.
        return FoldedText.of(CHECKER.getSkeleton(FoldedText.of(CHECKER.getSkeleton(seen))));
    }
}
