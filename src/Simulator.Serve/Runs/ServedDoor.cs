using Simulator.ControlPlane.Versions;
using Simulator.Serve.Access;
using Simulator.Serve.Answers;
using Simulator.Serve.Clusters;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.Serve.Runs;

/// <summary>The API server of one cluster, or of the federation.</summary>
public sealed class ServedDoor
{
    private readonly ApiServerAnswers _answers;
    private readonly Func<bool> _isOver;

    internal ServedDoor(ServedCluster cluster, IDocumentStore documents, ApiServerAnswers answers, Func<bool> isOver) =>
        (Name, Cluster, Documents, _answers, _isOver) = (cluster.Name, cluster, documents, answers, isOver);

    /// <summary>Of the cluster.</summary>
    public string Name { get; }

    internal ServedCluster Cluster { get; }

    /// <summary>The API server of a cluster, or that of a federation.</summary>
    internal ServerManner Manner => MannerOf(Name);

    /// <summary>By the name of the door.</summary>
    internal static ServerManner MannerOf(string name) =>
        name == FederationSpec.Site ? ServerManner.Federated : ServerManner.Extended;

    /// <summary>Of the cluster.</summary>
    internal KubernetesVersion Version { get; init; } = KubernetesVersions.Default;

    /// <summary>For those who look on; null for the federation.</summary>
    public IClusterView? View { get; init; }

    /// <summary>What it serves. On the simulation's thread only.</summary>
    public IDocumentStore Documents { get; }

    /// <summary>Answers as the cluster stands now. On the simulation's thread only.</summary>
    /// <param name="rights">Who may do what, for questions about it; null: nobody has said.</param>
    public ServerAnswer Answer(ServerRequest request, IRights? rights = null)
    {
        if (_isOver() && request.Method != "GET") return Silence.Of(503, "ServiceUnavailable", CommandKeeper.Over);
        return Silence.In(Cluster.Server.Fleet) ?? _answers.Answer(request, rights);
    }
}
