using Simulator.Serve.Answers;
using Simulator.Serve.Clusters;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Runs;

/// <summary>The API server of one cluster, or of the federation.</summary>
public sealed class ServedDoor
{
    private readonly ApiServerAnswers _answers;
    private readonly Func<DateTimeOffset> _now;

    internal ServedDoor(ServedCluster cluster, ClusterDocuments documents, ApiServerAnswers answers, Func<DateTimeOffset> now) =>
        (Name, Cluster, Documents, _answers, _now) = (cluster.Name, cluster, documents, answers, now);

    /// <summary>Of the cluster.</summary>
    public string Name { get; }

    internal ServedCluster Cluster { get; }

    /// <summary>What it serves. On the simulation's thread only.</summary>
    public IDocumentStore Documents { get; }

    /// <summary>Answers as the cluster stands now. On the simulation's thread only.</summary>
    public ServerAnswer Answer(ServerRequest request) => Cluster.Server.Fleet is { AnyAnswers: true, IsStoreReady: true }
        ? _answers.Answer(request, _now())
        : Silence.Of(Cluster.Server.Fleet);
}
