using Simulator.Api;

namespace Simulator.ControlPlane.Hosting;

/// <summary>PATCH that makes an object somebody's: adds an owner reference. Refused (Invalid) if the object has another uid.</summary>
public sealed record AdoptRequest(string Kind, ObjectKey Key, string Uid, OwnerReference Owner) : ApiRequest;

/// <summary>PATCH that takes an owner reference away. Refused (Invalid) if the object has another uid.</summary>
public sealed record ReleaseRequest(string Kind, ObjectKey Key, string Uid, string OwnerUid) : ApiRequest;
