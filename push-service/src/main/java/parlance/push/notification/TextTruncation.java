package parlance.push.notification;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Cuts text so that it fits into what providers carry: 4 KiB, as JSON, for all of it. */
final class TextTruncation {

    private static final String ELLIPSIS = "…";

    private TextTruncation() {}

    /**
     * @param bytes the most that the text may take as JSON in UTF-8
     */
    static String to(int bytes, String text) {
        if (text.length() <= bytes && sizeOf(text) <= bytes) {
            return text;
        }
        var room = bytes - sizeOf(ELLIPSIS);
        var end = 0;
        while (end < text.length()) {
            var next = text.offsetByCodePoints(end, 1);
            room -= sizeOf(text.substring(end, next));
            if (room < 0) {
                break;
            }
            end = next;
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    private static int sizeOf(String text) {
        return JsonStringEncoder.getInstance().quoteAsUTF8(text).length;
    }
}
