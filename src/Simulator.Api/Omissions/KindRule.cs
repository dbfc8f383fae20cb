using Simulator.Api.Documents;

namespace Simulator.Api.Omissions;

/// <summary>What becomes of the objects of a kind that is not acted upon.</summary>
/// <param name="Effect">Null: servers make them; they are passed over in silence.</param>
internal sealed record KindRule(string Kind, Effect? Effect, string Sentence);
