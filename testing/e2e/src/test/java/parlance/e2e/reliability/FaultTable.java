package parlance.e2e.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of docs/reliability.md, written anew with every row. */
final class FaultTable {

    private static final String HEAD =
            """
            | while messages are written | acked | deliveries | lost / doubled / reordered | reconnects | recovery |
            | --- | ---: | ---: | --- | ---: | ---: |
            """;

    private final Path file;
    private final List<FaultResult> results = new ArrayList<>();

    FaultTable(Path file) {
        this.file = file;
    }

    void add(FaultResult result) throws IOException {
        results.add(result);
        Files.createDirectories(file.getParent());
        Files.writeString(file, toString());
    }

    @Override
    public String toString() {
        var table = new StringBuilder(HEAD);
        results.forEach(result -> table.append(row(result)));
        return table.toString();
    }

    private static String row(FaultResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %d | %.1f s |%n",
                result.fault(),
                result.acked(),
                result.received(),
                result.damage(),
                result.reconnects(),
                result.recovery().toMillis() / 1000.0);
    }
}
