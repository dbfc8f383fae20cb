using Simulator.Api;
using Simulator.ControlPlane.Controllers.Throttling;

namespace Simulator.World.Traces;

/// <summary>
/// The one routine of a client that sends events: each takes a token when the one before has had its own; when 1,000 wait, further ones are
/// dropped (pkg/client/record of 1.3.10).
/// </summary>
internal sealed class EventSender(TokenBucket client)
{
    private const int QueueMax = 1000;

    private Instant _free;
    private int _waiting;

    public void Add(Instant now)
    {
        CatchUp(now);
        if (_waiting >= QueueMax) return;
        _waiting++;
        CatchUp(now);
    }

    /// <summary>Takes the tokens that events have had meanwhile.</summary>
    public void CatchUp(Instant now)
    {
        while (_waiting > 0 && _free <= now)
        {
            _waiting--;
            _free = now + client.Take(now);
        }
    }
}
