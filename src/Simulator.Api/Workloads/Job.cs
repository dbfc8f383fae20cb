namespace Simulator.Api;

public sealed record Job : ApiObject, IPodOwner
{
    public override string Kind => "Job";

    public int Parallelism { get; init; } = 1;

    public int? Completions { get; init; }

    /// <summary>So many pods may fail; null = no end.</summary>
    public int? BackoffLimit { get; init; }

    public TimeSpan? ActiveDeadline { get; init; }

    /// <summary>Null: the API server makes one from the job's uid (batch/v1 without manualSelector).</summary>
    public LabelSelector? Selector { get; init; }

    /// <summary>The user says what the selector is; otherwise it has to be the API server's own.</summary>
    public bool HasManualSelector { get; init; }

    public PodTemplate Template { get; init; } = new();

    public JobStatus Status { get; init; } = new();

    LabelSelector? IPodOwner.PodSelector => Selector;
}

/// <summary>What the job controller last reported.</summary>
public sealed record JobStatus
{
    /// <summary>The moment of the first sync that wrote a status; whole seconds.</summary>
    public Instant? StartTime { get; init; }

    public Instant? CompletionTime { get; init; }

    public int Active { get; init; }

    public int Succeeded { get; init; }

    public int Failed { get; init; }

    /// <summary>"Complete" or "Failed", in the order in which they came true; nothing happens to a job after the first.</summary>
    public IReadOnlyList<JobCondition> Conditions { get; init; } = [];

    public bool IsFinished => Conditions.Count > 0;
}

/// <param name="Type">Complete or Failed; its status is always True.</param>
public sealed record JobCondition(string Type, string Reason, Instant? LastTransitionTime)
{
    public string Message { get; init; } = "";
}
