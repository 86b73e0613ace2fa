package parlance.gateway.inbox;

import java.util.List;
import parlance.contracts.UserId;
import parlance.gateway.connection.InboxDelivery;

/** A delivery, and those of its recipients who got it on no connection. */
record UndeliveredRecipients(InboxDelivery delivery, List<UserId> users) {}
