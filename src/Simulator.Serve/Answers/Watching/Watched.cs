using System.Text.Json.Nodes;
using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Selecting;

namespace Simulator.Serve.Answers.Watching;

/// <summary>What a watch is about.</summary>
/// <param name="Show">A stored document as its events carry it.</param>
internal sealed record Watched(RequestTarget Target, Selection Selection, Func<JsonObject, JsonObject> Show);
