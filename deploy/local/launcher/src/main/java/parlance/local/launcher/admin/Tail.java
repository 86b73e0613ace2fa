package parlance.local.launcher.admin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "tail",
        description = "Shows commands and events as they come: kind and ids, nothing people wrote.",
        mixinStandardHelpOptions = true)
final class Tail implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([a-z_]+)\"");

    /** Where people's packets are the value, and an id says whose. */
    private static final Pattern WATCHED = Pattern.compile(".*\\.(commands|events)|connections");

    @Mixin private Target target = new Target();

    @Parameters(
            arity = "0..*",
            paramLabel = "TOPIC",
            description = "Such as user.events (default: all commands and events).")
    private List<String> topics = List.of();

    @Override
    public Integer call() {
        var deserializer = new ByteArrayDeserializer();
        var settings = new HashMap<>(target.kafka());
        try (var consumer = new KafkaConsumer<>(settings, deserializer, deserializer)) {
            var partitions =
                    consumer.listTopics().values().stream()
                            .flatMap(List::stream)
                            .filter(info -> isWanted(info.topic()))
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (true) {
                consumer.poll(POLL).forEach(record -> System.out.println(line(record)));
            }
        }
    }

    private boolean isWanted(String topic) {
        return target.ownName(topic)
                .filter(name ->
                        topics.isEmpty() ? WATCHED.matcher(name).matches() : topics.contains(name))
                .isPresent();
    }

    /** Only what is known to hold no personal data: the kind, the key, who asked. */
    static String line(ConsumerRecord<byte[], byte[]> record) {
        var command = header(record, "command");
        var user = header(record, "user");
        return String.format(
                Locale.ROOT,
                "%s  %-24s %3d@%-8d %-28s key=%s%s",
                Instant.ofEpochMilli(record.timestamp()),
                record.topic(),
                record.partition(),
                record.offset(),
                command == null ? typeOf(record.value()) : command,
                record.key() == null ? "-" : new String(record.key(), StandardCharsets.UTF_8),
                user == null ? "" : " user=" + user);
    }

    private static String typeOf(byte @Nullable [] value) {
        if (value == null) {
            return "tombstone";
        }
        var type = TYPE.matcher(new String(value, StandardCharsets.UTF_8));
        return type.find() ? type.group(1) : "-";
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
