using System.Text.Json.Nodes;
using Simulator.Serve.Clusters;
using Simulator.Serve.Documents;
using Simulator.World.Running;
using Simulator.World.Specification.Operations;

namespace Simulator.Serve.Runs;

/// <summary>Keeps what clients have stored, then does it: what is told to be done is on the disk.</summary>
internal sealed class OutsideWriter(ScenarioRun run, Moments moments, CommandKeeper keeper) : IOutsideWriter
{
    public void Store(StoreOperation write, DocumentKey key, JsonObject document)
    {
        keeper.Keep(CommandKind.Store, write.Cluster, SubjectOf(key), document.ToJsonString(), write.Parts);
        run.Begin(write with { At = moments.Last });
    }

    public void Remove(RemoveOperation removal, DocumentKey key)
    {
        keeper.Keep(CommandKind.Remove, removal.Cluster, SubjectOf(key), "");
        run.Begin(removal with { At = moments.Last });
    }

    public void KeepDocument(string cluster, DocumentKey key, JsonObject document) =>
        keeper.Keep(CommandKind.Keep, cluster, SubjectOf(key), document.ToJsonString());

    public void ForgetDocument(string cluster, DocumentKey key) => keeper.Keep(CommandKind.Forget, cluster, SubjectOf(key), "");

    public static string SubjectOf(DocumentKey key) => $"{key.Resource} {key.Namespace} {key.Name}";

    public static DocumentKey KeyOf(string subject) => subject.Split(' ') is [var resource, var home, var name]
        ? new DocumentKey(resource, home, name)
        : throw new FormatException($"'{subject}' says no resource, namespace and name");
}
