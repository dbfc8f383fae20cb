using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Extensions;

/// <summary>
/// An HTTP extender of a policy (plugin/pkg/scheduler/api/types.go, ExtenderConfig), or of a configuration with profiles
/// (pkg/scheduler/apis/config of 1.20, Extender).
/// </summary>
/// <param name="Url"><c>urlPrefix</c></param>
public sealed record ExtenderPolicy(string Url)
{
    /// <summary>What httpTimeout is without a value (extender.go).</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(5);

    /// <summary>"" = it is not asked.</summary>
    public string FilterVerb { get; init; } = "";

    /// <inheritdoc cref="FilterVerb"/>
    public string PrioritizeVerb { get; init; } = "";

    /// <inheritdoc cref="FilterVerb"/>
    public string PreemptVerb { get; init; } = "";

    /// <inheritdoc cref="FilterVerb"/>
    public string BindVerb { get; init; } = "";

    /// <summary>A pass goes on without it where it does not answer.</summary>
    public bool IsIgnorable { get; init; }

    /// <summary>It is asked about pods that want one of these; none: about all.</summary>
    public IReadOnlyList<string> ManagedResources { get; init; } = [];

    /// <summary>Of its scores; at least 0.</summary>
    public long Weight { get; init; }

    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>What answers in its place; null: nothing does, and the scheduler decides without it.</summary>
    public IOwnRule<IExtenderAnswers>? Own { get; init; }

    /// <summary>Null: its answers come at once.</summary>
    public ICallTime? Latency { get; init; }

    /// <summary>IsInterested of pkg/scheduler/core/extender.go of 1.20: requests and limits, of whichever container.</summary>
    public bool IsInterestedIn(Pod pod) => ManagedResources.Count == 0
        || pod.Spec.Containers.Concat(pod.Spec.InitContainers).Any(IsManaged);

    private bool IsManaged(Container container) => ManagedResources.Any(
        name => container.Requests.TryGet(name, out _) || container.Limits.TryGet(name, out _));
}
