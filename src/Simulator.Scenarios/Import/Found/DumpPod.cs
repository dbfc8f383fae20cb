using System.Text.Json.Nodes;

namespace Simulator.Scenarios.Import.Found;

/// <summary>A pod of a dump, without its spec: pods that are alike share it.</summary>
internal sealed record DumpPod
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public string Uid { get; init; } = "";

    /// <summary>"": it has none.</summary>
    public string Node { get; init; } = "";

    /// <summary>Pending, Running, Succeeded, Failed, or Terminating.</summary>
    public string Phase { get; init; } = "Pending";

    public bool IsReady { get; init; }

    /// <summary>Why its containers do not start (ImagePullBackOff); "" if nothing says so.</summary>
    public string Waits { get; init; } = "";

    public int Restarts { get; init; }

    public DateTime? Created { get; init; }

    public OwnerName Owner { get; init; }

    /// <summary>Its kubelet makes it, from a file of its machine.</summary>
    public bool IsStatic { get; init; }

    /// <summary>The API server shows it; else it is a kubelet's own note.</summary>
    public bool IsOfApi { get; init; } = true;

    /// <summary>All but those that only servers read; shared by pods that have the same.</summary>
    public required PodLabels Labels { get; init; }

    public required PodShape Shape { get; init; }

    /// <summary>Where it stands.</summary>
    public required FilePlace Place { get; init; }

    public bool IsRunning => Phase == "Running";

    public bool IsFinished => Phase is "Succeeded" or "Failed";
}

/// <summary>Of whom a pod or set says that it made it; default: nobody.</summary>
internal readonly record struct OwnerName(string Kind, string Name, string Uid)
{
    public bool IsNobody => string.IsNullOrEmpty(Kind);
}

/// <summary>Labels of pods, in key order.</summary>
internal sealed record PodLabels(IReadOnlyList<KeyValuePair<string, string>> Pairs);

/// <summary>What pods that are alike have in common: annotations by which something is decided, and the cleaned spec.</summary>
internal sealed record PodShape(UInt128 Hash, JsonObject Annotations, JsonObject Spec);
