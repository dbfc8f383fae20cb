using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Routines;

/// <summary>What a sync says of itself while it runs.</summary>
internal sealed class SyncReport
{
    private readonly List<TimeSpan> _later = [];

    public bool HasFailed { get; private set; }

    /// <summary>It has worked, but the failures before it still count.</summary>
    public bool KeepsFailures { get; set; }

    /// <summary>It asks for another sync as if it had failed.</summary>
    public bool WantsRetry { get; set; }

    /// <summary>It has failed, but comes again in its turn and not sooner.</summary>
    public bool TellsOfFailure { get; set; }

    /// <summary>The pods that it has taken for its own, for whoever asks before anything changes; null where nobody needs them.</summary>
    public Func<IReadOnlyList<Pod>>? Pods { get; set; }

    public IReadOnlyList<TimeSpan> Later => _later;

    public void Fail() => HasFailed = true;

    /// <summary>Asks for another sync after some time.</summary>
    public void ComeAgainAfter(TimeSpan time) => _later.Add(time);

    public SyncResult ToResult() => new(HasFailed || TellsOfFailure, !KeepsFailures, WantsRetry, _later, Pods?.Invoke() ?? []);
}

/// <summary>What a sync came to.</summary>
/// <param name="IsForgotten">If it has worked, the failures before it no longer count.</param>
/// <param name="WantsRetry">It has asked to come again as if it had failed.</param>
/// <param name="Later">After what times it has asked to come again.</param>
/// <param name="Pods">Those that it took for its own; empty where nobody needs them.</param>
public sealed record SyncResult(
    bool HasFailed, bool IsForgotten, bool WantsRetry, IReadOnlyList<TimeSpan> Later, IReadOnlyList<Pod> Pods);
