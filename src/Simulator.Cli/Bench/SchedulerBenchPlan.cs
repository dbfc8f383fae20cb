namespace Simulator.Cli.Bench;

/// <summary>What <c>bench scheduler</c> measures.</summary>
public sealed record SchedulerBenchPlan
{
    /// <summary>Pods of one app: so many are spread against, kept apart, or hold the same host port.</summary>
    public const int AppSize = 30;

    /// <summary>Nodes, dealt out to three zones and four pools.</summary>
    public required int Nodes { get; init; }

    /// <summary>Running pods a node before the first decision.</summary>
    public int PodsPerNode { get; init; } = 30;

    /// <summary>Decisions of one measurement.</summary>
    public int Decisions { get; init; } = 2_000;

    /// <summary>Every decision is for a template never seen before; otherwise they go round the apps that run.</summary>
    public bool NewTemplates { get; init; }

    public PodsKind Pods { get; init; }

    /// <summary>Measurements; between two of them the pods placed are taken away again.</summary>
    public int Repeat { get; init; } = 1;

    /// <summary>Apps that run. Plain pods are all of one, unless templates come anew.</summary>
    public int Apps => Pods == PodsKind.Plain && !NewTemplates ? 1 : Math.Max(1, Nodes * PodsPerNode / AppSize);

    /// <summary>Decisions that the plain implementation repeats: few where one takes seconds.</summary>
    public int SampleSize =>
        Pods == PodsKind.AntiAffinity ? Math.Clamp((int)(10_000_000L / ((long)Nodes * Nodes * PodsPerNode)), 1, 25) : 25;
}
