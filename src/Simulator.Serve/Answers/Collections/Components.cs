using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Collections;

/// <summary>The parts of the control plane: those in the store, or else three that are well.</summary>
internal static class Components
{
    private static readonly (string Name, string Message)[] Healthy =
        [("controller-manager", "ok"), ("scheduler", "ok"), ("etcd-0", "{\"health\":\"true\"}")];

    public static JsonObject? Find(string name, IDocumentStore store) =>
        All(store).FirstOrDefault(part => part["metadata"].Text("name") == name);

    public static IReadOnlyList<JsonObject> All(IDocumentStore store) =>
        store.List("componentstatuses", null) is { Count: > 0 } known ? known : [.. Healthy.Select(part => Make(part.Name, part.Message))];

    private static JsonObject Make(string name, string message) => new()
    {
        ["metadata"] = new JsonObject { ["name"] = name, ["creationTimestamp"] = null },
        ["conditions"] = new JsonArray(new JsonObject { ["type"] = "Healthy", ["status"] = "True", ["message"] = message }),
    };
}
