using System.Text.Json.Nodes;
using Simulator.World.Specification;

namespace Simulator.Serve.Dashboard;

/// <summary>Every kind of trouble that can be begun by hand, and whom it strikes.</summary>
internal static class TroubleKinds
{
    /// <param name="scenario">Troubles of federations are left out where there is none.</param>
    public static JsonArray Of(Scenario scenario) =>
        new([.. OutageKinds.All.Where(facts => scenario.Federation is not null
            || !facts.IsOfFederations).Select(facts => (JsonNode)new JsonObject
        {
            ["name"] = facts.Name,
            ["reach"] = facts.Reach.ToString(),
            ["verb"] = facts.Verb,
            ["hasFactor"] = facts.HasFactor,
            ["endsByItself"] = facts.EndsByItself,
        })]);
}
