namespace Simulator.Cli.Bench;

/// <param name="Pods">What the pods ask for.</param>
/// <param name="NewTemplates">Every decision was for a template never seen before.</param>
/// <param name="DecisionsPerCpuSecond">Median of the measurements.</param>
/// <param name="Slowest">Decisions a CPU second of the slowest measurement.</param>
/// <param name="Fastest">The same of the fastest.</param>
/// <param name="DecisionsPerWallSecond">Median of the measurements.</param>
/// <param name="BytesPerDecision">Allocated, assumption included; median.</param>
/// <param name="Checked">Decisions repeated by the plain implementation.</param>
/// <param name="Matching">Of those, how many gave the same node, number of ties and score.</param>
public sealed record SchedulerBenchResult(
    int Nodes,
    int PodsPerNode,
    string Pods,
    bool NewTemplates,
    int Decisions,
    int Measurements,
    double DecisionsPerCpuSecond,
    double Slowest,
    double Fastest,
    double DecisionsPerWallSecond,
    double BytesPerDecision,
    int Checked,
    int Matching)
{
    /// <param name="pods">In the words of <c>--pods</c>.</param>
    /// <param name="paces">Of each measurement.</param>
    internal static SchedulerBenchResult Of(
        SchedulerBenchPlan plan, string pods, IReadOnlyList<Pace> paces, int checks, int matching)
    {
        double Median(Func<Pace, double> figure) => MathNet.Numerics.Statistics.Statistics.Median(paces.Select(figure));
        return new SchedulerBenchResult(
            plan.Nodes, plan.PodsPerNode, pods, plan.NewTemplates, plan.Decisions, paces.Count, Median(pace => pace.PerCpuSecond),
            paces.Min(pace => pace.PerCpuSecond), paces.Max(pace => pace.PerCpuSecond), Median(pace => pace.PerWallSecond),
            Median(pace => pace.BytesEach), checks, matching);
    }
}
