using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;

namespace Simulator.World.Operations.Reapers;

/// <summary>To 0 replicas; nobody looks for others with such a selector.</summary>
internal sealed class ReplicaSetReaper(Kubectl kubectl, Outcome outcome)
{
    private const string Kind = "ReplicaSet";

    public IEnumerable<Event> TakeApart(ObjectKey key)
    {
        var read = kubectl.Call(new GetRequest(Kind, key));
        yield return read;
        if (!outcome.Took(read, out var answer)) yield break;
        var patience = ReaperTable.For(((ReplicaSet)answer.Object!).Replicas);
        var scaler = new Scaler(kubectl, outcome);
        foreach (var step in scaler.Scale(Kind, key, 0)) yield return step;
        if (!outcome.IsOk) yield break;
        foreach (var step in scaler.Wait(Kind, key, patience)) yield return step;
    }
}
