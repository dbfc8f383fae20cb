using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Bodies;
using Simulator.Serve.Answers.Errors;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Changing;

/// <summary>What a client says of a deletion.</summary>
/// <param name="Grace">Seconds; null: as the object says.</param>
/// <param name="Uid">Null: whichever object has the name.</param>
internal sealed record DeleteOptions(long? Grace, string? Uid)
{
    /// <summary>What the object has made stays.</summary>
    public bool Orphans { get; private init; }

    public static DeleteOptions Of(Asked asked)
    {
        if (asked.Request.Body.Length == 0) return new DeleteOptions(null, null);
        var body = BodyTree.Of(asked);
        if (body.Fault is { } fault) throw Failures.Internal(fault);
        var options = body.Root as JsonObject;
        var uid = options?["preconditions"].Text("uid");
        return new DeleteOptions(options?["gracePeriodSeconds"].AsNumber(), string.IsNullOrEmpty(uid) ? null : uid)
        {
            Orphans = options.Text("propagationPolicy") == "Orphan" || options?["orphanDependents"].IsTrue() is true,
        };
    }
}
