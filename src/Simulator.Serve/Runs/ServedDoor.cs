using Simulator.Serve.Answers;
using Simulator.Serve.Clusters;
using Simulator.Serve.Documents;
using Simulator.Serve.Messages;

namespace Simulator.Serve.Runs;

/// <summary>The API server of one cluster, or of the federation.</summary>
public sealed class ServedDoor
{
    private const string Json = "application/json";
    private const string Protobuf = "application/vnd.kubernetes.protobuf";

    private readonly ApiServerAnswers _answers;
    private readonly Func<DateTimeOffset> _now;
    private readonly Func<bool> _isOver;

    internal ServedDoor(
        ServedCluster cluster, IDocumentStore documents, ApiServerAnswers answers, Func<DateTimeOffset> now, Func<bool> isOver) =>
        (Name, Cluster, Documents, _answers, _now, _isOver) = (cluster.Name, cluster, documents, answers, now, isOver);

    /// <summary>Of the cluster.</summary>
    public string Name { get; }

    internal ServedCluster Cluster { get; }

    /// <summary>What it serves. On the simulation's thread only.</summary>
    public IDocumentStore Documents { get; }

    /// <summary>Answers as the cluster stands now. On the simulation's thread only.</summary>
    public ServerAnswer Answer(ServerRequest request)
    {
        if (_isOver() && request.Method != "GET") return Silence.Of(503, "ServiceUnavailable", CommandKeeper.Over);
        return Silence.In(Cluster.Server.Fleet) ?? _answers.Answer(Plain(request), _now());
    }

    /// <summary>
    /// Newer clients ask for protobuf and take JSON as well: JSON it is, for here nobody writes the fields of objects in protobuf.
    /// </summary>
    private static ServerRequest Plain(ServerRequest request) =>
        request.Header("Accept") is { } accept && accept.Contains(Json, StringComparison.Ordinal)
            && accept.Contains(Protobuf, StringComparison.Ordinal)
            ? request with { Headers = [.. request.Headers.Where(header => !IsAccept(header.Name)), ("Accept", Json)] }
            : request;

    private static bool IsAccept(string header) => header.Equals("Accept", StringComparison.OrdinalIgnoreCase);
}
