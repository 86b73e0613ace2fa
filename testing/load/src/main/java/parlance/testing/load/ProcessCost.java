package parlance.testing.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** CPU time and resident memory of processes, as ProcessHandle and /proc tell. */
record ProcessCost(Map<String, Duration> cpu, Map<String, Long> residentKib) {

    static ProcessCost of(Map<String, Long> processes) {
        var cpu = new LinkedHashMap<String, Duration>();
        var memory = new LinkedHashMap<String, Long>();
        processes.forEach((name, pid) -> {
            cpu.put(
                    name,
                    ProcessHandle.of(pid)
                            .flatMap(process -> process.info().totalCpuDuration())
                            .orElse(Duration.ZERO));
            memory.put(name, residentKib(pid));
        });
        return new ProcessCost(cpu, memory);
    }

    ProcessCost since(ProcessCost before) {
        var spent = new LinkedHashMap<String, Duration>();
        cpu.forEach((name, now) ->
                spent.put(name, now.minus(before.cpu.getOrDefault(name, Duration.ZERO))));
        return new ProcessCost(spent, residentKib);
    }

    /** Zero where there is no /proc. */
    private static long residentKib(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
