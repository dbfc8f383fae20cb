namespace Simulator.Api.Documents;

/// <summary>A key of a mapping, where it stands, and its value.</summary>
public readonly record struct SourceEntry(string Key, int Line, int Column, SourceNode Value);
