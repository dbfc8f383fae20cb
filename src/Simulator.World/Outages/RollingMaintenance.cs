using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.World.ApiServer;
using Simulator.World.Nodes;
using Simulator.World.Operations;
using Simulator.World.Operations.Verbs;
using Timeout = Simulator.Engine.Timeout;

namespace Simulator.World.Outages;

/// <summary>A kernel upgrade: nodes are cordoned, drained, rebooted and uncordoned, so many at a time.</summary>
/// <param name="work">From which the time of the work on a machine is drawn.</param>
internal sealed class RollingMaintenance(
    Simulation simulation, Terminal terminal, PowerSwitch power, ObjectStore store, RandomStream work) : IProcedure
{
    /// <summary>
    /// How long one waits for the pods of a drained node to go, beyond their grace, and until a refused command is tried again.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(5);

    public IEnumerable<Event> Run(Occurrence occurrence, IReadOnlyList<SimulatedNode> nodes)
    {
        var queue = new Queue<SimulatedNode>(nodes);
        var crews = Enumerable.Range(0, occurrence.Spec.AtOnce).Select(_ => new Process(simulation, Crew(occurrence, queue)));
        yield return new AllOf(simulation, [.. crews]);
    }

    private IEnumerable<Event> Crew(Occurrence occurrence, Queue<SimulatedNode> queue)
    {
        while (queue.TryDequeue(out var node))
        {
            foreach (var step in Serve(occurrence, node)) yield return step;
        }
    }

    private IEnumerable<Event> Serve(Occurrence occurrence, SimulatedNode node)
    {
        var kubectl = terminal.NewKubectl();
        foreach (var step in UntilOk(outcome => DrainTable.Empty(node.Name, kubectl, outcome))) yield return step;
        for (var waited = TimeSpan.Zero; waited < Patience
            && store.PodsOn(node.Name).Any(pod => pod is Pod one && !IsLeft(one)); waited += LookAgain)
        {
            yield return new Timeout(simulation, LookAgain);
        }

        if (occurrence.Spec.Settle > TimeSpan.Zero) yield return new Timeout(simulation, occurrence.Spec.Settle);
        var back = new Event(simulation);
        power.TurnOff(occurrence, node);
        if (occurrence.Spec.For?.Sample(work) is { } lasting) yield return new Timeout(simulation, lasting);
        power.Boot(node, () => back.Succeed());
        yield return back;
        foreach (var step in UntilOk(outcome => CordonVerb.Set(node.Name, unschedulable: false, kubectl, outcome))) yield return step;
    }

    /// <summary>What may still be there when the machine is turned off.</summary>
    private static bool IsLeft(Pod pod) => pod.Metadata.CreatedBy?.Kind == "DaemonSet" || pod.IsFinished;

    /// <summary>A person at the keyboard tries again until it works; a node whose object is gone needs nothing more.</summary>
    private IEnumerable<Event> UntilOk(Func<Outcome, IEnumerable<Event>> command)
    {
        while (true)
        {
            var outcome = new Outcome(terminal.Cluster);
            foreach (var step in command(outcome)) yield return step;
            if (outcome.IsOk || outcome.Result == ApiResult.NotFound) yield break;
            yield return new Timeout(simulation, LookAgain);
        }
    }
}
