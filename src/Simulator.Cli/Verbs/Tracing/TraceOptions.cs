using Simulator.Cli.Output;
using Simulator.World.Specification;

namespace Simulator.Cli.Verbs.Tracing;

/// <summary>What was asked of <c>simulator trace</c>.</summary>
internal sealed record TraceOptions
{
    public required IReadOnlyList<string> Files { get; init; }

    public string? Format { get; init; }

    /// <summary>A column map of the user's own.</summary>
    public string? Columns { get; init; }

    /// <summary>A table of machines, or a list of nodes.</summary>
    public string? Nodes { get; init; }

    public string? Scenario { get; init; }

    /// <summary>So many alike; null: others are given.</summary>
    public int? Machines { get; init; }

    public string? Cpu { get; init; }

    public string? Memory { get; init; }

    public int Gpus { get; init; }

    public string Kubernetes { get; init; } = "";

    /// <summary>A policy file of the scheduler; null: that of the scenario, or the default.</summary>
    public string? Policy { get; init; }

    /// <summary>Libraries with rules that the policy may name.</summary>
    public IReadOnlyList<Setting> Plugins { get; init; } = [];

    public string Queue { get; init; } = "";

    public required string Place { get; init; }

    /// <summary>So much of all machines is asked for in the end; null: pods come when the trace says.</summary>
    public double? Packing { get; init; }

    /// <summary>A file with the order in which they come then.</summary>
    public string? Arrivals { get; init; }

    public ulong Seed { get; init; } = 1;

    public TimeSpan? Until { get; init; }

    public TimeSpan? Patience { get; init; }

    public string? Folder { get; init; }

    public RunOutput Output { get; init; }

    /// <summary>Pods come one after the other and stay.</summary>
    public bool IsPacking => Packing is not null || Arrivals is not null;

    /// <summary>What becomes of pods that find no place.</summary>
    public string Discipline =>
        Queue.Length > 0 ? Queue : IsPacking ? TraceQueues.Drop : PlacesItself ? TraceQueues.Kubernetes : TraceQueues.FirstCome;

    /// <summary>The scheduler of the version decides.</summary>
    public bool PlacesItself => Place == TraceQueues.Scheduler;

    /// <summary>It can be repeated so.</summary>
    public string Command => string.Join(' ', Words());

    private IEnumerable<string> Words()
    {
        yield return "simulator trace";
        foreach (var file in Files) yield return ShellWord.Of(ShownPath.Of(file));
        if (Format is not null) yield return $"--format {Format}";
        foreach (var (name, path) in new[] { ("columns", Columns), ("nodes", Nodes), ("scenario", Scenario), ("arrivals", Arrivals) })
        {
            if (path is not null) yield return $"--{name} {ShellWord.Of(ShownPath.Of(path))}";
        }

        if (Machines is not null) yield return Fixed($"--machines {Machines}");
        if (Cpu is not null) yield return $"--cpu {ShellWord.Of(Cpu)}";
        if (Memory is not null) yield return $"--memory {ShellWord.Of(Memory)}";
        if (Gpus > 0) yield return Fixed($"--gpus {Gpus}");
        if (Kubernetes.Length > 0) yield return $"--kubernetes {Kubernetes}";
        if (Policy is not null) yield return $"--policy {ShellWord.Of(ShownPath.Of(Policy))}";
        if (Plugins.Count > 0) yield return SettingOption.Shown(Plugins).TrimStart();
        if (Queue.Length > 0) yield return $"--queue {Queue}";
        if (!PlacesItself) yield return $"--place {Place}";
        if (Packing is { } packing) yield return Fixed($"--packing {packing * 100:0.###}%");
        if (Until is { } until) yield return $"--until {Api.Documents.GoDuration.Format(until)}";
        if (Patience is { } patience) yield return $"--give-up {Api.Documents.GoDuration.Format(patience)}";
        yield return Fixed($"--seed {Seed}");
    }

    private static string Fixed(FormattableString text) => FormattableString.Invariant(text);
}
