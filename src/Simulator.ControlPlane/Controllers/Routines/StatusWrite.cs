using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>Writes a status: two tries in all, the second on a fresh copy (updateReplicaSetStatus, storeDaemonSetStatus).</summary>
/// <param name="withStatus">An object with the status that is to be written.</param>
internal sealed class StatusWrite<T>(Func<T, T> withStatus)
    where T : ApiObject
{
    public IEnumerable<Wait> Run(T value, SyncReport report)
    {
        var first = new Call(new UpdateStatusRequest(withStatus(value)));
        yield return first;
        if (first.Response.IsOk) yield break;
        var fresh = new Call(new GetRequest(value.Kind, value.Key));
        yield return fresh;
        if (fresh.Response is { IsOk: true, Object: T stored })
        {
            var second = new Call(new UpdateStatusRequest(withStatus(stored)));
            yield return second;
            if (second.Response.IsOk) yield break;
        }

        report.Fail();
    }
}
