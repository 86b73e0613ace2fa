package parlance.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of a page that is generated, between two comments; the rest is written by hand. */
final class GeneratedSection {

    private GeneratedSection() {}

    /** Fails if the section differs; writes it with {@code -Ddocs.write=true}. */
    static void check(Path page, String name, String wanted) throws IOException {
        var written = Files.readString(page);
        var section = pattern(name).matcher(written);
        assertThat(section.find()).as("the section %s of %s", name, page).isTrue();
        var current = section.replaceFirst(Matcher.quoteReplacement(between(name, wanted)));
        GeneratedPage.check(page, current);
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                "(?s)" + Pattern.quote(begin(name)) + ".*?" + Pattern.quote(end(name)));
    }

    private static String between(String name, String wanted) {
        return begin(name) + "\n\n" + wanted.strip() + "\n\n" + end(name);
    }

    private static String begin(String name) {
        return "<!-- generated: " + name + " -->";
    }

    private static String end(String name) {
        return "<!-- end of " + name + " -->";
    }
}
