using Simulator.Api;
using Simulator.Plugins;

namespace Fgd;

/// <summary>
/// Places shares of GPUs where they make the fewest fragments (Weng et al., Beware of Fragmentation: Scheduling GPU-Sharing Workloads with
/// Fragmentation Gradient Descent, USENIX ATC 2023). As a predicate: does the node have room on its cards? As a priority: how much does the
/// placement make of what the target workload cannot use, in millionths of a GPU, the less the better?
/// </summary>
[SchedulerPlugin("FragmentationGradient")]
public sealed class FragmentationGradient : INodePredicate, INodePriority
{
    /// <summary>Fragments are means of thousandths: their fractions count.</summary>
    private const double Millionths = 1000;

    private readonly TargetWorkload _workload;
    private readonly Cards _cards;

    /// <param name="settings"><c>workload</c>, as <see cref="TargetWorkload"/> has it.</param>
    public FragmentationGradient(IReadOnlyDictionary<string, string> settings)
    {
        _workload = TargetWorkload.Parse(settings.GetValueOrDefault("workload", ""));
        _cards = new Cards((room, task) => Steepest(room, task)?.Cards);
    }

    public string ShapeOf(Pod pod) => GpuRequest.Of(pod).ToString();

    public Fit Check(Pod pod, INodeView node)
    {
        var (room, task) = (_cards.RoomOn(node), GpuRequest.Of(pod));
        if (task.Gpus == 0) return Fit.Yes;
        if (!task.Accepts(room.Model)) return Fit.No("another GPU model");
        return room.CardsFor(task).Any() ? Fit.Yes : Fit.No("Insufficient GPU");
    }

    public double Score(Pod pod, INodeView node) =>
        Steepest(_cards.RoomOn(node), GpuRequest.Of(pod)) is { } steepest ? -steepest.Growth * Millionths : 0;

    /// <summary>The cards on which the task makes the fewest fragments, the first of equals; null: there is no room.</summary>
    private (int[] Cards, double Growth)? Steepest(NodeRoom room, GpuRequest task)
    {
        (int[] Cards, double Growth)? best = null;
        var before = _workload.FragmentsOf(room);
        foreach (var cards in room.CardsFor(task))
        {
            var growth = _workload.FragmentsOf(room.With(task, cards)) - before;
            if (best is null || growth < best.Value.Growth) best = (cards, growth);
        }

        return best;
    }
}
