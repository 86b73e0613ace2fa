package parlance.kit.consume;

import static io.opentelemetry.context.Context.root;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jboss.logging.Logger;
import parlance.kit.Heard;
import parlance.kit.Outcome;
import parlance.kit.consume.Listeners.Listener;
import parlance.kit.observe.Traces;
import parlance.kit.publish.Answered;
import parlance.kit.publish.Publisher;

/** One partition's batch of events, from records to what its listener wants published. */
final class EventWork implements Work {

    private static final Logger LOG = Logger.getLogger(EventWork.class);

    /** An event that can be read, on its way through the batch. */
    private record Reading(ConsumerRecord<byte[], byte[]> record, Heard<Object> heard, Span span) {}

    private final Listener listener;
    private final Publisher publisher;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final CommandMetrics metrics;

    EventWork(
            Listener listener,
            Publisher publisher,
            DeadLetters deadLetters,
            Traces traces,
            CommandMetrics metrics) {
        this.listener = listener;
        this.publisher = publisher;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.metrics = metrics;
    }

    @Override
    public void process(List<ConsumerRecord<byte[], byte[]>> batch) {
        metrics.taken(batch);
        var dead = new ArrayList<ProducerRecord<byte[], byte[]>>();
        var readings = read(batch, dead);
        try {
            var handling = metrics.start();
            var answered = answered(readings, dead);
            metrics.handled(handling);
            var publishing = metrics.start();
            publisher.publish(answered);
            deadLetters.send(dead);
            metrics.published(publishing);
        } finally {
            readings.forEach(reading -> reading.span().end());
        }
    }

    private List<Reading> read(
            List<ConsumerRecord<byte[], byte[]>> batch, List<ProducerRecord<byte[], byte[]>> dead) {
        var readings = new ArrayList<Reading>(batch.size());
        for (var record : batch) {
            try {
                var heard = EventReader.read(record, listener.eventType());
                var name = "event " + record.topic();
                var span = traces.begin(name, SpanKind.CONSUMER, record.headers());
                readings.add(new Reading(record, heard, span));
            } catch (RuntimeException unreadable) {
                dead.add(letter(record, unreadable));
            }
        }
        return readings;
    }

    private List<Answered> answered(
            List<Reading> readings, List<ProducerRecord<byte[], byte[]>> dead) {
        try {
            return pair(readings, listener.handler().handle(heard(readings)));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            // One of them is at fault: alone, each shows whether it is.
            return readings.stream().flatMap(one -> alone(one, dead).stream()).toList();
        }
    }

    private List<Answered> alone(Reading one, List<ProducerRecord<byte[], byte[]>> dead) {
        var single = List.of(one);
        try {
            return pair(single, listener.handler().handle(heard(single)));
        } catch (RuntimeException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            dead.add(letter(one.record(), failure));
            return List.of();
        }
    }

    /** Nobody waits for an answer: whatever is down, the event waits until it is up. */
    private static boolean isOutage(RuntimeException failure) {
        return Outage.isOurs(failure) || Outage.isAnothers(failure);
    }

    private static List<Heard<Object>> heard(List<Reading> readings) {
        return readings.stream().map(Reading::heard).toList();
    }

    private static List<Answered> pair(List<Reading> readings, List<Outcome> outcomes) {
        var answered = new ArrayList<Answered>(readings.size());
        for (int i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            answered.add(
                    new Answered(
                            reading.record().topic(),
                            reading.heard().position(),
                            SentAt.of(reading.record()),
                            null,
                            null,
                            "",
                            null,
                            outcomes.get(i),
                            reading.span().storeInContext(root())));
        }
        return answered;
    }

    private ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, RuntimeException reason) {
        LOG.errorf(
                reason,
                "event_failed topic=%s partition=%d offset=%d",
                record.topic(),
                record.partition(),
                record.offset());
        return deadLetters.letter(record, reason);
    }
}
