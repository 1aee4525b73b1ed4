{
  outputs = { self }: import ./.;
}
