package parlance.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import parlance.contracts.ProtocolDialect;

/** The gateway's settings. */
@ConfigMapping(prefix = "parlance")
public interface GatewayConfig {

    /** The dialect of connections whose URL does not name one (protocol 0.2). */
    @WithName("compat.dialect")
    @WithDefault("seed")
    ProtocolDialect dialect();

    /** This process in {@code /health}; without it the host's name. */
    Optional<String> nodeName();

    /** Where auth-service answers, for its public keys and, in local mode, for logins. */
    @WithName("auth.url")
    @WithDefault("http://127.0.0.1:9002")
    URI authUrl();

    /** Where user-service answers: who exists, and in local mode its admin routes. */
    @WithName("user.url")
    @WithDefault("http://127.0.0.1:8083")
    URI userUrl();

    /** Where message-service answers, for its admin routes in local mode. */
    @WithName("message.url")
    @WithDefault("http://127.0.0.1:8085")
    URI messageUrl();

    /** Where presence-service answers, for its admin routes in local mode. */
    @WithName("presence.url")
    @WithDefault("http://127.0.0.1:8086")
    URI presenceUrl();

    Socket socket();

    Gateway gateway();

    /** What a client's socket may do. */
    interface Socket {

        /**
         * A connection that sends nothing for this long, not even an answer to a ping, is dropped;
         * so is one that owes the answer to a ping for twice as long, whatever else it sends.
         */
        @WithDefault("30s")
        Duration idleTimeout();

        /** Nobody is signed in on a connection for this long: it is closed with 1008. */
        @WithDefault("5m")
        Duration authenticationTimeout();

        /**
         * Connections from one address (of IPv6: one /64 network) on which nobody has signed in;
         * further upgrades are answered 503. In local mode any number.
         */
        @WithDefault("500")
        int unauthenticatedPerAddress();

        /**
         * Connections of one user to this process; with one more the oldest is closed with 1008.
         */
        @WithDefault("50")
        int perUser();

        /**
         * Connections older than this are closed with 1012, to be opened elsewhere; never, if
         * unset.
         */
        Optional<Duration> maxAge();

        /** How often a JSON ping is written beside the WebSocket's own; never, if unset. */
        Optional<Duration> probeInterval();

        /** Bytes that may wait for a slow reader before it is closed with 1013. */
        @WithDefault("4194304")
        int outboundLimit();

        /** Bytes of packets that may wait to be worked on before the client is closed with 1008. */
        @WithDefault("2097152")
        int inboundLimit();

        /**
         * Packets a second that a connection may send in the long run, and twice as many at once.
         * 10,000 in local mode.
         */
        @WithDefault("50")
        int packetsPerSecond();

        /**
         * Bytes a second that a connection may send in the long run, and twice as many at once; not
         * below the largest packet. A hundred times as many in local mode.
         */
        @WithDefault("1048576")
        int bytesPerSecond();

        /** So many packets in a row over the limit close the connection with 1008. */
        @WithDefault("500")
        int toleratedExcess();
    }

    /** The process among the others. */
    interface Gateway {

        /** How long an inbox stays this process's without being renewed. */
        @WithDefault("10s")
        Duration lease();

        /** Replaces every route's own deadline, if set. */
        Optional<Duration> deadline();

        /** How long Kafka may take to accept a command before the client is told 503. */
        @WithDefault("8s")
        Duration acceptance();

        /** How long live packets wait at most for those that a user missed while away. */
        @WithDefault("2s")
        Duration hold();

        /** Connections that this process accepts; further upgrades are answered 503. */
        @WithDefault("20000")
        int maxConnections();

        /**
         * Sockets that may be opened in a second in the long run, and twice as many at once;
         * further upgrades are answered 503. In local mode any number.
         */
        @WithDefault("500")
        int upgradesPerSecond();

        /**
         * Whether HTTP routes of other services are passed on to them, as an Ingress does; so it is
         * in local mode.
         */
        @WithDefault("false")
        boolean frontDoor();

        /** Whether the page to try Parlance with is at {@code /}; on in local mode. */
        @WithDefault("false")
        boolean demoPage();

        Drain drain();
    }

    /** How the process takes leave. */
    interface Drain {

        /** How long replies that clients wait for are awaited. */
        @WithDefault("5s")
        Duration patience();

        /** Over how long the sockets are closed, and clients are asked to spread their return. */
        @WithDefault("5s")
        Duration period();
    }
}
