package parlance.file;

import parlance.contracts.Caller;
import parlance.contracts.DeviceId;
import parlance.contracts.OrganizationId;
import parlance.contracts.SessionId;
import parlance.contracts.UserId;
import parlance.testing.commands.CommandClient;

/** New people for each test. */
public final class Callers {

    private Callers() {}

    public static Caller caller(String login) {
        return callerIn("default", login);
    }

    public static Caller callerIn(String organization, String login) {
        return new Caller(
                new OrganizationId(organization),
                new UserId(CommandClient.mintedId()),
                login,
                new DeviceId(login + "-phone"),
                new SessionId(login + "-session"));
    }
}
