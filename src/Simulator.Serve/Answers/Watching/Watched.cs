using Simulator.Serve.Answers.Requests;
using Simulator.Serve.Answers.Selecting;
using Simulator.Serve.Documents;

namespace Simulator.Serve.Answers.Watching;

/// <summary>What a watch is about.</summary>
/// <param name="Manner">Watches of one resource that show its objects differently have different names.</param>
/// <param name="Show">A stored document as its events carry it: JSON.</param>
internal sealed record Watched(
    RequestTarget Target, Selection Selection, IFraming Framing, string Manner, Func<StoredDocument, ReadOnlyMemory<byte>> Show);
