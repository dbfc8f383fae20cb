using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>Services (pkg/registry/service/strategy.go).</summary>
internal static class ServiceRules
{
    private const string OfOutside = "ExternalName";

    /// <summary>What becomes a name of something outside gives its address back (dropTypeDependentFields of 1.20).</summary>
    public static void DropAddress(JsonObject service, JsonObject stored)
    {
        var (spec, old) = (service.Child("spec"), stored["spec"]);
        if (spec.Text("type") != OfOutside || old.Text("type") == OfOutside) return;
        if (spec.Text("clusterIP") == old.Text("clusterIP")) spec.Remove("clusterIP");
    }

    public static void Export(JsonObject service)
    {
        service["status"] = new JsonObject();
        var spec = service.Child("spec");
        if (spec.Text("clusterIP") != "None") spec["clusterIP"] = "<unknown>";
        if (spec.Text("type") != "NodePort") return;
        foreach (var port in spec["ports"].Objects()) port.Remove("nodePort");
    }
}
