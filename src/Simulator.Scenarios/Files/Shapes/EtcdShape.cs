using Simulator.Api.Documents;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of etcd.</summary>
internal static class EtcdShape
{
    /// <summary>Bounds of etcd 3.0 itself (etcdmain/config.go).</summary>
    private const int ElectionTimeoutMax = 50_000;
    private const int HeartbeatsPerElection = 5;

    private static readonly KeysOf<EtcdOptions> Key = new();

    public static Shape<EtcdOptions> Value { get; } = new("etcd", new EtcdOptions(),
    [
        Key.Integer(
            "heartbeat-interval", "milliseconds; how often the leader of etcd reports to the other members", 1, ElectionTimeoutMax,
            o => (int)o.HeartbeatInterval.TotalMilliseconds, (o, v) => o with { HeartbeatInterval = TimeSpan.FromMilliseconds(v) }),
        Key.Integer(
            "election-timeout",
            "milliseconds; between one and two of them after the loss of the leader there is a new one, and until then nothing is written",
            1, ElectionTimeoutMax, o => (int)o.ElectionTimeout.TotalMilliseconds,
            (o, v) => o with { ElectionTimeout = TimeSpan.FromMilliseconds(v) }),
    ])
    {
        Program = "etcd",
        Check = Check,
    };

    private static void Check(EtcdOptions options, FieldReader fields)
    {
        if (options.HeartbeatInterval * HeartbeatsPerElection <= options.ElectionTimeout) return;
        fields.ErrorAt(
            fields.Has("election-timeout") ? "election-timeout" : "heartbeat-interval",
            $"an election-timeout of {options.ElectionTimeout.TotalMilliseconds} ms is less than five times the heartbeat-interval of "
                + $"{options.HeartbeatInterval.TotalMilliseconds} ms");
    }
}
