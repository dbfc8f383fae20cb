namespace Simulator.Api;

public sealed record Deployment : ApiObject
{
    public override string Kind => "Deployment";

    public int Replicas { get; init; } = 1;

    public LabelSelector? Selector { get; init; }

    public PodTemplate Template { get; init; } = new();

    /// <summary>RollingUpdate or Recreate.</summary>
    public string Strategy { get; init; } = "RollingUpdate";

    /// <summary>A count ("1") or a share ("25%").</summary>
    public string MaxSurge { get; init; } = "1";

    /// <summary>A count ("1") or a share ("25%").</summary>
    public string MaxUnavailable { get; init; } = "1";

    public int MinReadySeconds { get; init; }

    public int? RevisionHistoryLimit { get; init; }

    public bool Paused { get; init; }
}
