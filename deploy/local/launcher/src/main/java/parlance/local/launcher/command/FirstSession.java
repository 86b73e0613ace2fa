package parlance.local.launcher.command;

import parlance.local.infra.secrets.VapidKeys;
import parlance.local.launcher.Suite;

/** Prints example commands for a first session, ready to be pasted. */
final class FirstSession {

    private FirstSession() {}

    static String of(Suite suite) {
        var port = Integer.toString(suite.frontDoor().getPort());
        return """

        Parlance is up.

          WebSocket  ws://localhost:PORT/
          HTTP       http://localhost:PORT/login  /logout  /health  /.well-known/jwks.json
          secrets    . .parlance/local.env        (PARLANCE_ADMIN_API_KEY and the others)
          web push   VAPID        (the public key that web clients are built with)

        A first session (wscat comes with npx; websocat does as well):

          # Ann signs up, over the socket
          npx -y wscat -c ws://localhost:PORT/ -x '{"request":{"user_create":{"login":"ann","password":"secret"},"id":1}}'

          # Ann logs in, over HTTP
          TOKEN=$(curl -s http://localhost:PORT/login -H 'Content-Type: application/json' \\
            -d '{"device_id":"77","login":"ann","password":"secret"}' \\
            | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

          # Ann connects, and stays: type {"request":{"conversation_list":{},"id":3}}
          npx -y wscat -c ws://localhost:PORT/ -w -1 \\
            -x '{"request":{"connect":{"token":"'"$TOKEN"'","device_id":"77"},"id":2}}'

        ./parlance status | logs [service] [-f] | restart <service> | scale gateway=2 | down
        """
                .replace("PORT", port)
                .replace("VAPID", suite.environment().get(VapidKeys.PUBLIC_KEY));
    }
}
