package parlance.kit.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jboss.logging.Logger;
import parlance.kit.HandlerResult;
import parlance.kit.ReceivedEvent;
import parlance.kit.command.CommandMetrics;
import parlance.kit.command.OriginTimestamp;
import parlance.kit.loop.TransientFailure;
import parlance.kit.observe.Traces;
import parlance.kit.publish.CompletedCommand;
import parlance.kit.publish.Publisher;

/** One partition's part of a batch, from records to what its listener wants published. */
@Singleton
final class EventBatchProcessor {

    private static final Logger LOG = Logger.getLogger(EventBatchProcessor.class);

    /** An event that can be read, on its way through the batch. */
    private record Reading<E>(EventRecord record, ReceivedEvent<E> received, Span span) {}

    private final Publisher publisher;
    private final Traces traces;
    private final CommandMetrics metrics;

    EventBatchProcessor(Publisher publisher, Traces traces, CommandMetrics metrics) {
        this.publisher = publisher;
        this.traces = traces;
        this.metrics = metrics;
    }

    /**
     * Returns when everything that the records caused is on Kafka.
     *
     * @throws RuntimeException while a dependency is down: nothing is committed
     */
    <E> void process(
            List<EventRecord> records,
            Class<E> type,
            Function<List<ReceivedEvent<E>>, List<HandlerResult>> handler) {
        metrics.taken(records.stream().map(EventRecord::record).toList());
        var failed = new LinkedHashMap<EventRecord, RuntimeException>();
        var readings = read(records, type, failed);
        try {
            var handling = metrics.start();
            var answered = answered(readings, handler, failed);
            metrics.handled(handling);
            var publishing = metrics.start();
            publisher.publish(answered);
            failed.forEach(EventBatchProcessor::setAside);
            metrics.published(publishing);
        } finally {
            readings.forEach(reading -> reading.span().end());
        }
    }

    private <E> List<Reading<E>> read(
            List<EventRecord> records, Class<E> type, Map<EventRecord, RuntimeException> failed) {
        var readings = new ArrayList<Reading<E>>(records.size());
        for (var record : records) {
            try {
                var received = EventReader.read(record.record(), type);
                var name = "event " + record.record().topic();
                var span = traces.begin(name, SpanKind.INTERNAL, record.trace());
                readings.add(new Reading<>(record, received, span));
            } catch (RuntimeException unreadable) {
                failed.put(record, unreadable);
            }
        }
        return readings;
    }

    private <E> List<CompletedCommand> answered(
            List<Reading<E>> readings,
            Function<List<ReceivedEvent<E>>, List<HandlerResult>> handler,
            Map<EventRecord, RuntimeException> failed) {
        try {
            return pair(readings, handler.apply(received(readings)));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            // One of them is at fault: alone, each shows whether it is.
            return readings.stream().flatMap(one -> alone(one, handler, failed).stream()).toList();
        }
    }

    private <E> List<CompletedCommand> alone(
            Reading<E> one,
            Function<List<ReceivedEvent<E>>, List<HandlerResult>> handler,
            Map<EventRecord, RuntimeException> failed) {
        var single = List.of(one);
        try {
            return pair(single, handler.apply(received(single)));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            failed.put(one.record(), failure);
            return List.of();
        }
    }

    /** Nobody waits for an answer: whatever is down, the event waits until it is up. */
    private static boolean isOutage(RuntimeException failure) {
        return TransientFailure.isOurs(failure) || TransientFailure.isAnothers(failure);
    }

    private static <E> List<ReceivedEvent<E>> received(List<Reading<E>> readings) {
        return readings.stream().map(Reading::received).toList();
    }

    private static <E> List<CompletedCommand> pair(
            List<Reading<E>> readings, List<HandlerResult> results) {
        var answered = new ArrayList<CompletedCommand>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            var record = reading.record().record();
            answered.add(
                    new CompletedCommand(
                            record.topic(),
                            reading.received().position(),
                            OriginTimestamp.of(record),
                            null,
                            null,
                            "",
                            null,
                            results.get(i),
                            reading.record().trace().with(reading.span())));
        }
        return answered;
    }

    /** As the channel's failure strategy says. */
    private static void setAside(EventRecord one, RuntimeException reason) {
        LOG.errorf(
                reason,
                "event_failed topic=%s partition=%d offset=%d",
                one.record().topic(),
                one.record().partition(),
                one.offset());
        one.message().nack(reason).toCompletableFuture().join();
    }
}
