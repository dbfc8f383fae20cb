using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>Namespaces (pkg/registry/namespace/strategy.go).</summary>
internal static class NamespaceRules
{
    private const string Finalizer = "kubernetes";

    public static void Prepare(JsonObject home)
    {
        home["status"] = new JsonObject { ["phase"] = "Active" };
        var spec = home.Child("spec");
        if (spec["finalizers"] is not JsonArray finalizers) spec["finalizers"] = finalizers = [];
        if (!finalizers.Any(name => name.AsText() == Finalizer)) finalizers.Add(Finalizer);
    }

    public static void KeepFinalizers(JsonObject now, JsonObject old) => now.Child("spec").Take(old.Child("spec"), "finalizers");
}
