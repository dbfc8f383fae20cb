namespace Simulator.Api;

/// <summary>Names another object: what the annotation kubernetes.io/created-by of 1.3 holds.</summary>
public sealed record ObjectReference(string Kind, ObjectKey Key, string Uid);
