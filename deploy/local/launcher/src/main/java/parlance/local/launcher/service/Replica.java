package parlance.local.launcher.service;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** One process of a service, counted from 1; its name is "message-2". */
public record Replica(Service service, int number) {

    private static final Pattern NAME = Pattern.compile("([a-z]+)-(\\d+)");

    /** The first is the one whose address the other services know. */
    public static Replica first(Service service) {
        return new Replica(service, 1);
    }

    public static Optional<Replica> parse(String name) {
        var matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(
                        new Replica(
                                new Service(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public static Comparator<Replica> oldestFirst() {
        return comparingInt(Replica::number);
    }

    public String name() {
        return service.name() + "-" + number;
    }
}
