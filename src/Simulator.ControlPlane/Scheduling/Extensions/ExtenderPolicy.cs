namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>An HTTP extender of a policy (plugin/pkg/scheduler/api/types.go, ExtenderConfig).</summary>
/// <param name="Url"><c>urlPrefix</c></param>
public sealed record ExtenderPolicy(string Url)
{
    /// <summary>What httpTimeout is without a value (extender.go).</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>"" = it is not asked.</summary>
    public string FilterVerb { get; init; } = "";

    /// <inheritdoc cref="FilterVerb"/>
    public string PrioritizeVerb { get; init; } = "";

    /// <summary>Of its scores; at least 0.</summary>
    public long Weight { get; init; }

    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>What answers in its place; null: nothing does, and the scheduler decides without it.</summary>
    public IOwnRule<IExtenderAnswers>? Own { get; init; }

    /// <summary>Null: its answers come at once.</summary>
    public ICallTime? Latency { get; init; }
}
