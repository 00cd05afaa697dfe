import { prepared, type Route, read, write } from '#platform/route.ts';
import * as access from './access.contract.ts';
import * as tokens from './api-tokens.contract.ts';
import { listApiTokens, makeApiToken, revokeApiToken } from './api-tokens.ts';
import { changeEmail } from './emails.ts';
import { addGrant, listGrants, listGrantsOfPerson, revokeGrant } from './grants.ts';
import * as invitations from './invitations.contract.ts';
import {
  acceptInvitation,
  checkAcceptance,
  invite,
  listInvitations,
  lookAtInvitation,
  renewInvitation,
  revokeInvitation,
} from './invitations.ts';
import { getMe, setLanguage } from './me.ts';
import { askReset, changePassword, checkChange, checkReset, resetPassword } from './passwords.ts';
import { listSessions, revokeOtherSessions, revokeSession, signOut } from './sessions.ts';
import { checkSetup, getSetup, setUp } from './setup.ts';
import { checkPassword, signIn } from './sign-in.ts';

export const accessRoutes: Route[] = [
  prepared(access.signIn, checkPassword, signIn),
  write(access.signOut, signOut),
  read(access.getMe, getMe),
  write(access.setLanguage, setLanguage),
  prepared(access.changePassword, checkChange, changePassword),
  read(access.listSessions, listSessions),
  write(access.revokeSession, revokeSession),
  write(access.revokeOtherSessions, revokeOtherSessions),
  write(access.askPasswordReset, askReset),
  prepared(access.resetPassword, checkReset, resetPassword),
  write(access.changeEmail, changeEmail),
  read(access.getSetup, getSetup),
  prepared(access.setUp, checkSetup, setUp),
  read(access.listGrants, listGrants),
  read(access.listGrantsOfPerson, listGrantsOfPerson),
  write(access.addGrant, addGrant),
  write(access.revokeGrant, revokeGrant),
  read(invitations.listInvitations, listInvitations),
  write(invitations.invite, invite),
  write(invitations.renewInvitation, renewInvitation),
  write(invitations.revokeInvitation, revokeInvitation),
  read(tokens.listApiTokens, listApiTokens),
  write(tokens.makeApiToken, makeApiToken),
  write(tokens.revokeApiToken, revokeApiToken),
  write(invitations.lookAtInvitation, lookAtInvitation),
  prepared(invitations.acceptInvitation, checkAcceptance, acceptInvitation),
];
