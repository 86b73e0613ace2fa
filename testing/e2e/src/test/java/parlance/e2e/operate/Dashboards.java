package parlance.e2e.operate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;

/** What the dashboards of deploy/grafana ask Prometheus. */
public final class Dashboards {

    /** What Grafana would choose, seen from a scrape every two seconds. */
    private static final String INTERVAL = "10s";

    private Dashboards() {}

    public static Set<String> queries() throws IOException {
        var queries = new TreeSet<String>();
        try (var files = Files.list(Tool.ROOT.resolve("deploy/grafana"))) {
            for (var file : files.toList()) {
                new ObjectMapper()
                        .readTree(file.toFile())
                        .findValuesAsText("expr")
                        .forEach(query -> queries.add(query.replace("$__rate_interval", INTERVAL)));
            }
        }
        return queries;
    }
}
