package parlance.gateway.socket;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.websockets.next.HandshakeRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import parlance.contracts.ProtocolDialect;
import parlance.gateway.GatewayConfig;

/**
 * A WebSocket may be opened on any path (protocol 1.1): every upgrade is led to the one endpoint,
 * whose path says which dialect was asked for.
 */
@Singleton
final class CatchAllPath {

    /** The endpoint's path, before the dialect. */
    static final String ENDPOINT = "/_socket/";

    /** After CORS, before everything that knows paths. */
    private static final int PRIORITY = 900;

    private static final String SEEN = CatchAllPath.class.getName();

    private final ProtocolDialect usual;

    CatchAllPath(GatewayConfig config) {
        this.usual = config.dialect();
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        var isUpgrade = request.headers().contains(HandshakeRequest.SEC_WEBSOCKET_KEY);
        if (!isUpgrade || context.get(SEEN) != null) {
            context.next();
            return;
        }
        var protocolDialect =
                Optional.ofNullable(request.getParam("dialect"))
                        .flatMap(ProtocolDialect::of)
                        .orElse(usual);
        context.put(SEEN, true);
        // The filters before this one will run again.
        context.response().headers().clear();
        context.reroute(ENDPOINT + protocolDialect.wireName());
    }
}
