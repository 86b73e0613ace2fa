package parlance.file.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import parlance.file.stored.StoredFile;

/**
 * What a browser does with a file: show it or save it. Shown is what can run no script, so that
 * nobody's upload acts in the name of the place where the files lie.
 */
final class Disposition {

    private static final Set<String> HARMLESS =
            Set.of("application/pdf", "text/plain", "audio/", "image/", "video/");

    private Disposition() {}

    /** The value of the header {@code Content-Disposition} (RFC 6266). */
    static String of(StoredFile file) {
        var verb = isHarmless(file.contentType()) ? "inline" : "attachment";
        return verb + "; filename*=UTF-8''" + encoded(file.name());
    }

    private static boolean isHarmless(String contentType) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var family = type.substring(0, type.indexOf('/') + 1);
        var mayRunScripts = type.contains("xml") || type.contains("svg");
        return !mayRunScripts && (HARMLESS.contains(type) || HARMLESS.contains(family));
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
