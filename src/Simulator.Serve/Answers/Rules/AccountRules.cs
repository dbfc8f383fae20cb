using System.Text.Json.Nodes;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Rules;

/// <summary>Service accounts name their secrets and nothing else of them (cleanSecretReferences in pkg/registry/serviceaccount).</summary>
internal static class AccountRules
{
    public static void Clean(JsonObject account)
    {
        if (account["secrets"] is not JsonArray secrets) return;
        account["secrets"] = new JsonArray([.. secrets.Objects().Select(secret => new JsonObject { ["name"] = secret.Text("name") })]);
    }
}
