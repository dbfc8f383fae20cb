namespace Simulator.ControlPlane.Controllers.LeaderElection;

/// <summary>What a leader does whose renewal gets no answer.</summary>
public enum HangingRenewals
{
    /// <summary>It waits for the answer, and leads on (pkg/client/leaderelection of 1.3.10).</summary>
    AreAwaited,

    /// <summary>
    /// It gives up at its deadline, which begins a retry period after the last success (tools/leaderelection/leaderelection.go of
    /// client-go 0.20).
    /// </summary>
    EndAtDeadline,
}
