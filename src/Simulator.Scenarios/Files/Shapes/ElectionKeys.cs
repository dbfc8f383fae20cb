using Simulator.Api.Documents;
using Simulator.ControlPlane.Controllers.LeaderElection;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>The flags of leader election, which scheduler and controller manager have alike.</summary>
internal static class ElectionKeys
{
    public static IReadOnlyList<Key<T>> For<T>(Func<T, LeaderElectionOptions> get, Func<T, LeaderElectionOptions, T> set)
        where T : class
    {
        var key = new KeysOf<T>();
        return
        [
            key.Value(
                "leader-elect",
                "instances stand for election and only the leader works; false by default with one master, true with several", Forms.Flag,
                cursor => cursor.Flag(), null, (o, v) => set(o, get(o) with { Elect = v })),
            key.Period(
                "leader-elect-lease-duration", "a standby that has seen no renewal for so long takes over", o => get(o).LeaseDuration,
                (o, v) => set(o, get(o) with { LeaseDuration = v })),
            key.Period(
                "leader-elect-renew-deadline", "a leader that cannot renew for so long exits", o => get(o).RenewDeadline,
                (o, v) => set(o, get(o) with { RenewDeadline = v })),
            key.Cycle(
                "leader-elect-retry-period", "how often a leader renews and, up to 2.2 times as rarely, a standby looks",
                o => get(o).RetryPeriod, (o, v) => set(o, get(o) with { RetryPeriod = v })),
        ];
    }

    /// <summary>What the programs themselves refuse (NewLeaderElector in pkg/client/leaderelection).</summary>
    public static void Check(LeaderElectionOptions options, FieldReader fields)
    {
        var (lease, deadline, retry) = (options.LeaseDuration, options.RenewDeadline, options.RetryPeriod);
        if (lease <= deadline)
        {
            Complain(
                "leader-elect-lease-duration", "leader-elect-renew-deadline",
                $"a lease of {GoDuration.Format(lease)} has to be longer than the renew deadline of {GoDuration.Format(deadline)}");
        }
        if (deadline <= retry * options.JitterFactor)
        {
            Complain(
                "leader-elect-renew-deadline", "leader-elect-retry-period",
                $"a renew deadline of {GoDuration.Format(deadline)} has to be longer than 1.2 retry periods of {GoDuration.Format(retry)}");
        }

        void Complain(string key, string otherKey, string sentence) => fields.ErrorAt(fields.Has(key) ? key : otherKey, sentence);
    }
}
