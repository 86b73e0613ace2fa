package parlance.kit.observe;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import parlance.kit.kafka.RecordHeaders;

/** Carries the trace of a packet through Kafka's headers, as W3C trace context. */
@Singleton
public final class Traces {

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    Traces(OpenTelemetry openTelemetry) {
        tracer = openTelemetry.getTracer("parlance");
        propagator = openTelemetry.getPropagators().getTextMapPropagator();
    }

    /** Begins a span that continues the trace in {@code headers}; the caller ends it. */
    public Span begin(String name, SpanKind kind, Headers headers) {
        return begin(name, kind, propagator.extract(Context.root(), headers, new FromHeaders()));
    }

    /** Begins a span inside of another; the caller ends it. */
    public Span begin(String name, SpanKind kind, Context parent) {
        return tracer.spanBuilder(name).setParent(parent).setSpanKind(kind).startSpan();
    }

    /** Begins a trace. */
    public Span begin(String name) {
        return tracer.spanBuilder(name).setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
    }

    /** Writes the trace of {@code context} to the headers of a record. */
    public void inject(Context context, Headers headers) {
        propagator.inject(
                context,
                headers,
                (to, name, value) -> RecordHeaders.add(Objects.requireNonNull(to), name, value));
    }

    private static final class FromHeaders implements TextMapGetter<Headers> {
        @Override
        public Iterable<String> keys(Headers headers) {
            return Arrays.stream(headers.toArray()).map(Header::key).toList();
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            return headers == null ? null : RecordHeaders.find(headers, name);
        }
    }
}
