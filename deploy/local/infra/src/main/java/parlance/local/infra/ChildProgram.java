package parlance.local.infra;

import java.util.List;
import java.util.Map;

/**
 * How to start one process: its ports by name ("main" is the one that it must listen on before it
 * counts as up), and its whole environment on top of ours.
 */
public record ChildProgram(
        String name,
        List<String> command,
        Map<String, String> environment,
        Map<String, Integer> ports) {

    /** The name of the port that every program has. */
    public static final String MAIN = "main";
}
