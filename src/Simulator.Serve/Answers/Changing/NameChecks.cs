using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>What an object says of its name must fit its path (checkName in pkg/apiserver/resthandler.go).</summary>
internal static class NameChecks
{
    public static void Check(RequestTarget target, JsonObject document)
    {
        var (name, home) = (document["metadata"].Text("name"), document["metadata"].Text("namespace"));
        if (name.Length == 0 && !target.Resource.IsNamespaced) return;
        if (name != target.Name)
            throw Failures.BadRequest($"the name of the object ({name}) does not match the name on the URL ({target.Name})");
        if (target.Namespace is { } asked && home.Length > 0 && home != asked)
            throw Failures.BadRequest($"the namespace of the object ({home}) does not match the namespace on the request ({asked})");
    }
}
