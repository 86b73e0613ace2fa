package parlance.local.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import parlance.local.infra.DataDirectory;
import parlance.local.infra.secrets.GeneratedSecrets;
import parlance.local.infra.secrets.VapidKeys;

/**
 * The secrets of one home, made once and kept in {@code local.env}, which a shell can source and
 * only its owner can read.
 */
final class LocalEnvironment {

    private static final Pattern LINE = Pattern.compile("(?:export )?(\\w+)='(.*)'");
    private static final String QUOTE = "'";
    private static final String QUOTE_IN_SHELL = "'\\''";

    private LocalEnvironment() {}

    static Path file(DataDirectory dataDirectory) {
        return dataDirectory.directory().resolve("local.env");
    }

    /** Reads the file; what it lacks (all of it, at first) is made and added. */
    static Map<String, String> loadOrCreate(DataDirectory dataDirectory) {
        var file = file(dataDirectory);
        var secrets = read(file);
        var complete = new LinkedHashMap<>(secrets);
        fresh().forEach(complete::putIfAbsent);
        if (!complete.equals(secrets)) {
            write(file, complete);
        }
        return complete;
    }

    private static Map<String, String> fresh() {
        var fresh = new LinkedHashMap<>(GeneratedSecrets.create());
        fresh.put("S3_ACCESS_KEY", "parlance-local");
        fresh.put("S3_SECRET_KEY", GeneratedSecrets.token());
        fresh.putAll(VapidKeys.create());
        return fresh;
    }

    static Map<String, String> read(Path file) {
        var values = new LinkedHashMap<String, String>();
        if (!Files.exists(file)) {
            return values;
        }
        try (var lines = Files.lines(file)) {
            lines.map(LINE::matcher)
                    .filter(line -> line.matches())
                    .forEach(line ->
                            values.put(
                                    line.group(1), line.group(2).replace(QUOTE_IN_SHELL, QUOTE)));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, Map<String, String> values) {
        var text = new StringBuilder("# The secrets of local mode. Use: . .parlance/local.env\n");
        values.forEach((name, value) ->
                text.append("export ")
                        .append(name)
                        .append("='")
                        .append(value.replace(QUOTE, QUOTE_IN_SHELL))
                        .append("'\n"));
        try {
            Files.createDirectories(file.getParent());
            var draft = PrivateFile.createBeside(file);
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
